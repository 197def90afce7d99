//! Carries `data/` and the model into the binary: lists the data files and hashes both.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::{env, fmt::Write, fs, io};

fn main() -> io::Result<()> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("../..").canonicalize()?;
    let (data, model) = (root.join("data"), root.join("model"));
    let mut files = Vec::new();
    list(&data, &mut files)?;
    files.sort();
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("data.rs"), table(&data, &files))?;
    println!("cargo:rustc-env=TIDINGS_LEXICON={}", fingerprint(&data, &files)?);
    let weights = ["judge.safetensors", "tidings.safetensors", "vocab.txt"].map(|file| model.join(file));
    println!("cargo:rustc-env=TIDINGS_MODEL={}", fingerprint(&model, &weights)?);
    for path in [&data, &model] {
        println!("cargo:rerun-if-changed={}", path.display());
    }
    Ok(())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.extension().and_then(|e| e.to_str()) {
            _ if path.is_dir() => list(&path, files)?,
            Some("toml" | "tsv" | "txt") => files.push(path),
            _ => {}
        }
    }
    Ok(())
}

/// A Rust slice of path and text of every file.
fn table(root: &Path, files: &[PathBuf]) -> String {
    let mut code = String::from("&[\n");
    for file in files {
        let (name, path) = (name(root, file), file.display().to_string());
        _ = writeln!(code, "DataFile {{ path: {name:?}, text: include_str!({path:?}) }},");
    }
    code + "]\n"
}

fn name(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// A hash of the files; names and lengths count, so that no two lists collide.
fn fingerprint(root: &Path, files: &[PathBuf]) -> io::Result<String> {
    let mut hash = Sha256::new();
    for file in files {
        let bytes = fs::read(file)?;
        hash.update(format!("{}\n{}\n", name(root, file), bytes.len()));
        hash.update(bytes);
    }
    let digits: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("sha256:{digits}"))
}
