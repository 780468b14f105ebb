package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.report.Answer;
import org.countenance.report.SavedAnswer;
import org.countenance.report.VerdictJson;
import org.countenance.verify.Verdict;

/** Gives the answer in a file of evidence again, and says whether it is the same. */
final class SavedAnswerCheck {

    private final Surroundings surroundings;
    private final Evidence evidence;
    private final String file;

    SavedAnswerCheck(Surroundings surroundings, Evidence evidence, String file) {
        this.surroundings = surroundings;
        this.evidence = evidence;
        this.file = file;
    }

    /** Writes the answer that the user's own policy gives; one that is not the file's is an error, since one of them is wrong. */
    ExitCode run(Reports reports, boolean quiet, boolean acceptWaivers, boolean allowPast)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        SavedAnswer saved = evidence.answer();
        Verdict verdict = saved.verify(evidence.policy());
        ExitCode code = ExitCode.of(verdict, acceptWaivers, allowPast);
        if (!quiet) {
            reports.write(new Answer(verdict, evidence, file, Optional.of(code.number())));
        }
        if (Bytes.utf8(VerdictJson.render(verdict)).equals(saved.verdict())) {
            surroundings.err().println("consent: hint: this is the answer in the file, byte for byte");
            return code;
        }
        boolean other = !saved.policy().equals(Optional.of(evidence.policy().sha256()));
        throw CommandException.of(
                ExitCode.NOT_VERIFIED,
                "wanted the answer in `" + file + "`, found another"
                        + (other ? ": it was given by another trust policy than yours" : ""),
                other
                        ? "what is printed is the answer by your own policy for the instant of the file"
                        : "it was given by other rules, by another version of this program, or never");
    }
}
