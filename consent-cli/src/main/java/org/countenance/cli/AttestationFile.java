package org.countenance.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countenance.base.Bytes;
import org.countenance.jws.Signer;
import org.countenance.report.Attestation;
import org.countenance.report.AttestedAnswer;
import org.countenance.verify.Verdict;

/** Where an answer goes as an attestation: a file of JSON lines, in which nothing older stays beside what it says. */
final class AttestationFile {

    /** How files of attestations end. */
    static final String ENDING = ".intoto.jsonl";

    private final Surroundings surroundings;
    private final String file;
    private final String manifest;

    private AttestationFile(Surroundings surroundings, String file, String manifest) {
        this.surroundings = surroundings;
        this.file = file;
        this.manifest = manifest;
    }

    /**
     * The file that the attestation of a manifest will be.
     *
     * @throws CommandException when something is there that others wrote, too
     */
    static AttestationFile of(Surroundings surroundings, String file, String manifest)
            throws CommandException, IOException {
        Path path = surroundings.path(file);
        if (Files.isRegularFile(path) && !AttestedAnswer.isAllOurs(Bytes.of(Files.readAllBytes(path)))) {
            throw CommandException.failed(
                    "wanted a new file, or one of attestations by `consent verify` alone, found another at `" + file
                            + "`",
                    "--attestation FILE names another place");
        }
        Path parent = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path) || parent == null || !Files.isWritable(parent)) {
            throw new FileSystemException(path.toString(), null, "no directory to write a file into");
        }
        return new AttestationFile(surroundings, file, manifest);
    }

    String sign(Signer key, Verdict verdict) {
        Path name = surroundings.path(manifest).getFileName();
        return Attestation.sign(key, verdict, String.valueOf(name));
    }

    void write(String lines) throws IOException {
        surroundings.write(file, lines);
        surroundings.err().println("attested it in `" + file + "` for gates that ask for in-toto attestations");
    }
}
