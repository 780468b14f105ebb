package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.countenance.base.Count;
import org.countenance.base.Instants;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.record.Clearance;
import org.countenance.record.Id;
import org.countenance.record.ProductionPin;
import org.countenance.registry.Ruled;
import org.countenance.report.Names;
import org.countenance.scope.Medium;
import org.countenance.scope.Windows;

/** Who relies on a grant, in words and as JSON. */
final class RelianceWords {

    private final Names names;

    RelianceWords(Names names) {
        this.names = names;
    }

    /** One production or one who it was passed on to a line, indented its releases; one line when there is nobody. */
    List<String> lines(Reliance reliance) {
        List<String> lines = new ArrayList<>();
        reliance.productions().forEach(each -> lines.addAll(lines(each)));
        reliance.passedOn()
                .forEach(each -> lines.add("passed on to " + new GrantWords(each.content(), names).licensees()
                        + " by grant " + each.logged().id().shown()));
        if (reliance.productions().isEmpty()) {
            lines.add("no clearance in the log relies on it; a production that was never cleared on the record"
                    + " is not seen here");
        }
        return lines;
    }

    /** A production and its releases. */
    List<String> lines(Reliance.Cleared each) {
        List<String> lines = new ArrayList<>();
        lines.add(production(each.answer().production()) + " by "
                + names.shown(each.answer().producer()) + ": " + answer(each) + files(each.relied()));
        for (Clearance.Release release : each.answer().releases()) {
            lines.add("    " + release(release));
        }
        return lines;
    }

    static String production(ProductionPin pin) {
        return pin.id()
                + pin.type().map(type -> " (" + type.word() + season(pin) + ")").orElse("");
    }

    private static String season(ProductionPin pin) {
        return pin.season().map(season -> ", season " + season).orElse("");
    }

    private static String answer(Reliance.Cleared each) {
        return each.answer().outcome() + " on "
                + Instants.format(each.logged().instant()).substring(0, 10)
                + (each.earlier() == 0 ? "" : " and " + Count.of(each.earlier(), "time") + " before") + ", "
                + each.logged().id().shown() + ", ";
    }

    private static String files(Clearance.Relied relied) {
        return Count.of(relied.assets().count(), "file") + " of " + Count.of(relied.seconds(), "second");
    }

    private static String release(Clearance.Release release) {
        return release.id() + ": on "
                + release.media().stream().map(Medium::word).sorted().collect(Collectors.joining(", ")) + " in "
                + release.territories() + ", shown " + GrantWords.window(release.window());
    }

    /** The same as JSON. */
    JsonArray json(Reliance reliance) {
        return JsonArray.of(
                reliance.productions().stream().map(RelianceWords::json).toList());
    }

    private static JsonObject json(Reliance.Cleared each) {
        Clearance answer = each.answer();
        return JsonObject.builder()
                .put("id", answer.production().id().toString())
                .putIf("type", answer.production().type().map(type -> JsonString.of(type.word())))
                .putIf("season", answer.production().season().map(JsonNumber::of))
                .put("producer", answer.producer().text())
                .put("grant", each.grant().text())
                .put("clearance", clearance(each.clearance()))
                .put("earlier", each.earlier())
                .put("files", each.relied().assets().count())
                .put("seconds", each.relied().seconds())
                .put(
                        "releases",
                        JsonArray.of(answer.releases().stream()
                                .map(RelianceWords::json)
                                .toList()))
                .build();
    }

    private static JsonObject clearance(Ruled<Clearance> clearance) {
        return JsonObject.builder()
                .put("id", clearance.logged().id().text())
                .put("index", clearance.logged().index())
                .put("integrated", Instants.formatMillis(clearance.logged().instant()))
                .put("outcome", clearance.content().outcome())
                .build();
    }

    private static JsonObject json(Clearance.Release release) {
        return JsonObject.builder()
                .put("id", release.id())
                .put(
                        "media",
                        JsonArray.ofStrings(release.media().stream()
                                .map(Medium::word)
                                .sorted()
                                .toList()))
                .put("territories", release.territories().toJson())
                .put("window", Windows.toJson(release.window()))
                .build();
    }

    /** The grants that pass it on, as JSON. */
    JsonArray passedOn(Reliance reliance) {
        return JsonArray.of(reliance.passedOn().stream()
                .map(each -> JsonObject.builder()
                        .put("grant", each.logged().id().text())
                        .put("signer", each.logged().record().issuer().text())
                        .put("licensees", each.content().licensees().toJson(Id::toJson))
                        .build())
                .toList());
    }
}
