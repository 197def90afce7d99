"""Trains the multi-task encoder of Tidings and exports it for the Rust inference."""
