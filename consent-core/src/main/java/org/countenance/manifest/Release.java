package org.countenance.manifest;

import java.util.List;
import java.util.Set;
import org.countenance.base.Window;
import org.countenance.scope.Medium;
import org.countenance.scope.Territories;

/**
 * Where, when and how assets are shown (decision.md section 4). Without labels a grant that wants them counts for
 * nothing here.
 *
 * @param id what assets call it
 * @param media on what
 * @param territories where
 * @param languages what is spoken in it, unless a use narrows it
 * @param window when
 * @param labels the marks it carries
 * @param where where it stands
 */
public record Release(
        String id,
        Set<Medium> media,
        Territories territories,
        Set<String> languages,
        Window window,
        List<Label> labels,
        Where where) {

    /** Whether it carries both a visible and a metadata label, as the duty {@code label} wants. */
    public boolean isLabelled() {
        return carries(LabelKind.VISIBLE) && carries(LabelKind.METADATA);
    }

    private boolean carries(LabelKind kind) {
        return labels.stream().anyMatch(label -> label.kind() == kind);
    }
}
