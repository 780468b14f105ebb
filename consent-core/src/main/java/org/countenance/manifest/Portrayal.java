package org.countenance.manifest;

import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.scope.Context;

/** Checks that a use says whom it portrays where the manifest alone shows that it must (decision.md section 9). */
final class Portrayal {

    private Portrayal() {}

    static void check(Use use, Asset asset) throws MalformedException {
        Set<Context> contexts = Manifest.together(asset.contexts(), use.contexts());
        for (Context context : contexts) {
            if (context.isSexual() && use.portrays().isEmpty()) {
                throw MalformedException.of(
                        use.where().member("portrays"),
                        "whether an adult, a minor or nobody is portrayed, in the context `" + context.word() + "`",
                        "nothing");
            }
        }
    }
}
