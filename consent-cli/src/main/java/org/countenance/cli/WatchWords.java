package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countenance.base.Count;
import org.countenance.base.Instants;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.record.Clearance;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.RecordKind;
import org.countenance.tlog.Checkpoint;

/** What is new about a party, in words and as JSON. */
final class WatchWords {

    private final LogView view;
    private final RecordWords words;
    private final Id party;
    private final Party.Type type;
    private final Checkpoint head;
    private final Optional<Checkpoint> seen;

    WatchWords(LogView view, LogView.Found party, Checkpoint head, Optional<Checkpoint> seen) {
        this.view = view;
        this.words = new RecordWords(view);
        this.party = party.record().subject();
        this.type = ((Party) party.record().content()).type();
        this.head = head;
        this.seen = seen;
    }

    /** One line over all, and one for every entry. */
    String text(List<News.Each> news, Judged judged) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(news.size()));
        news.forEach(each -> lines.add("  " + line(each, judged.of(each))));
        return RecordWords.clean(String.join("\n", lines));
    }

    /** The ids alone. */
    static String ids(List<News.Each> news) {
        return news.stream().map(each -> each.id().text()).collect(Collectors.joining("\n"));
    }

    private String heading(int count) {
        String whom = type.name().toLowerCase(Locale.ROOT) + " " + view.shown(party) + " in " + head.origin();
        String counted = count == 0 ? "nothing" : Count.of(count, "entry");
        return seen.map(before -> counted + " new about " + whom + ": " + Count.of(before.size(), "entry") + " before, "
                        + head.size() + " now")
                .orElse(counted + " about " + whom + ", looked at for the first time: " + Count.of(head.size(), "entry")
                        + " now");
    }

    private String line(News.Each each, Standing.Answer answer) {
        String why = answer.why().isEmpty() ? "" : ": " + answer.why();
        return each.id().shown() + "  "
                + Instants.format(each.entry().instant()).substring(0, 10) + "  " + what(each)
                + (answer.word() == Standing.Word.STANDS
                        ? ""
                        : "  [" + answer.word().text() + why + "]");
    }

    private String what(News.Each each) {
        Optional<ParsedRecord> record = each.record();
        if (record.isEmpty()) {
            return "something that this program cannot read";
        }
        String through = each.through().isEmpty()
                ? ""
                : ", about " + each.through().stream().map(Id::shown).collect(Collectors.joining(", "));
        if (record.get().content() instanceof Clearance clearance) {
            return "clearance by " + view.shown(record.get().issuer()) + ": " + clearance.outcome() + " for "
                    + clearance.production().id() + through;
        }
        return words.what(record.get()) + through;
    }

    /** The same for programs. */
    JsonObject json(List<News.Each> news, Judged judged) {
        return JsonObject.builder()
                .put("watch", 1)
                .put("party", party.text())
                .put("type", type.name().toLowerCase(Locale.ROOT))
                .put("log", json(head))
                .putIf("since", seen.map(WatchWords::json))
                .put(
                        "entries",
                        JsonArray.of(news.stream()
                                .map(each -> json(each, judged.of(each)))
                                .toList()))
                .build();
    }

    private static JsonObject json(Checkpoint checkpoint) {
        return JsonObject.builder()
                .put("origin", checkpoint.origin())
                .put("size", checkpoint.size())
                .put("root", checkpoint.rootBase64())
                .build();
    }

    private JsonObject json(News.Each each, Standing.Answer answer) {
        JsonObject.Builder json = JsonObject.builder()
                .put("id", each.id().text())
                .put("index", each.index())
                .put(
                        "kind",
                        RecordKind.ofTyp(each.entry().jws().typ())
                                .filter(kind -> each.record().isPresent())
                                .map(RecordKind::word)
                                .orElse("unknown"))
                .put("integrated", Instants.formatMillis(each.entry().instant()))
                .put("stands", answer.spelled());
        if (!answer.why().isEmpty()) {
            json.put("why", answer.why());
        }
        return json.putIf("issuer", each.record().map(ParsedRecord::issuer).map(id -> JsonString.of(id.text())))
                .putIf("subject", each.record().map(ParsedRecord::subject).map(id -> JsonString.of(id.text())))
                .put(
                        "through",
                        JsonArray.ofStrings(
                                each.through().stream().map(Id::text).toList()))
                .put("what", RecordWords.clean(what(each)))
                .build();
    }
}
