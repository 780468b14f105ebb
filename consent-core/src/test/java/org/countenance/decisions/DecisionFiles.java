package org.countenance.decisions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.json.JsonText;
import org.countenance.report.TextReport;

/** Writes the decision corpus: the same bytes every time, from seeds, fixed instants and counted marks. */
final class DecisionFiles {

    private DecisionFiles() {}

    /** Every group of cases. */
    static List<Group> groups() {
        return List.of(
                new CoverageCases(),
                new VocabularyCases(),
                new LanguageCases(),
                new MemberCases(),
                new BoundaryCases(),
                new ProofCases(),
                new EndingCases(),
                new ProhibitionCases(),
                new AgainstCases(),
                new OutCases(),
                new ClearanceCases(),
                new ReachCases(),
                new SettlementCases(),
                new ArrivalCases(),
                new SuccessionCases(),
                new DutyCases(),
                new LimitCases(),
                new FindingCases(),
                new ManifestCases(),
                new WaiverCases(),
                new EvidenceCases(),
                new AuthorityCases(),
                new KeyCases(),
                new CompromiseCases(),
                new ChainCases(),
                new SublicenceCases(),
                new PersonCases(),
                new IdentityCases());
    }

    /** Every file by its path below the corpus. */
    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Group group : groups()) {
            for (Case one : group.cases()) {
                String path = group.name() + "/" + one.file();
                if (texts.put(path, JsonText.pretty(one.toJson())) != null) {
                    throw new IllegalStateException("wanted each sentence once, found " + path + " again");
                }
            }
        }
        return texts;
    }

    /** The text report of every case, a file for each group. */
    static Map<String, String> reports() {
        Map<String, StringBuilder> reports = new LinkedHashMap<>();
        CorpusFile.all(CorpusFile.DIRECTORY).forEach((path, file) -> {
            String group = path.substring(0, path.indexOf('/'));
            String report = TextReport.render(Asked.verdict(file), party -> Optional.empty());
            reports.computeIfAbsent("reports/" + group + ".txt", any -> new StringBuilder())
                    .append("### ")
                    .append(file.sentence())
                    .append("\n\n")
                    .append(report)
                    .append('\n');
        });
        Map<String, String> texts = new LinkedHashMap<>();
        reports.forEach((path, text) -> texts.put(path, text.toString()));
        return texts;
    }

    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, String> text : texts().entrySet()) {
            Path file = CorpusFile.DIRECTORY.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
        for (Map.Entry<String, String> report : reports().entrySet()) {
            Path file = CorpusFile.DIRECTORY.resolve(report.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, report.getValue());
        }
    }
}
