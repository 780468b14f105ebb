package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.record.ExternalId;
import org.countenance.record.Terms;
import org.countenance.scope.Scope;
import picocli.CommandLine;

/**
 * Asks for a grant step by step, in plain words, and hands over what was said as the options of the command line, so that every
 * word has one definition. Silence is no: nothing that allows something is filled in.
 */
final class GrantInterview {

    private static final String SCOPE = "a scope";

    private final Surroundings surroundings;
    private final AddressBook book;
    private final List<String> said = new ArrayList<>();

    GrantInterview(Surroundings surroundings, AddressBook book) {
        this.surroundings = surroundings;
        this.book = book;
    }

    /** Whether an answer makes sense. */
    @FunctionalInterface
    private interface Check {
        void accept(String answer) throws CommandException, IOException, MalformedException;
    }

    /** Asks everything, and fills in the options. */
    void fill(GrantOptions options) throws CommandException, IOException {
        tell(
                "You will be asked sixteen things. `?` explains, an empty answer asks again. Nothing is signed before you say yes.");
        whom();
        what();
        where();
        terms();
        new CommandLine(options).parseArgs(said.toArray(String[]::new));
    }

    /** Asks what a grant is for that somebody else wrote, and fills that in. */
    void words(GrantOptions options) throws CommandException, IOException {
        purpose();
        new CommandLine(options).parseArgs(said.toArray(String[]::new));
    }

    private void whom() throws CommandException, IOException {
        ask(
                "--licensee",
                "Who may use your likeness?",
                "@alias or an id; several with commas. `any` means anybody at all.",
                this::party);
        ask(
                "--production",
                "For which production?",
                "its id, like x-house:SD-2026-0417. `any` means every production.",
                GrantInterview::production);
        ask(
                "--character",
                "As which character?",
                "a name; several with commas. `any` means whatever they like.",
                answer -> {});
    }

    private void what() throws CommandException, IOException {
        ask(
                "--role",
                "Are you shown, or do you move somebody else?",
                "depicted: you are recognised. driver: your performance moves another face or voice.",
                scope("roles"));
        ask(
                "--modality",
                "What of you?",
                "name, face, voice, singing-voice, body, motion, performance, signature; several with commas.",
                scope("modalities"));
        ask(
                "--technique",
                "How may it be made?",
                "capture is an ordinary camera; face-generation, voice-clone and the like are synthetic. `consent vocabulary` lists them.",
                scope("techniques"));
        ask(
                "--context",
                "In which sensitive settings?",
                "`none` for none; else nudity, political, alcohol and the like, each by name.",
                scope("contexts"));
    }

    private void where() throws CommandException, IOException {
        ask(
                "--medium",
                "Where may it be seen?",
                "svod, micro-drama-app, social-video and the like; several with commas.",
                scope("media"));
        ask(
                "--territory",
                "In which countries?",
                "CN, SG; 001 is the world; -CN leaves one out.",
                answer -> check("territories", ScopeWords.territories(answer)));
        ask("--language", "Spoken in which languages?", "zh, en; `any` for every language.", scope("languages"));
        ask(
                "--made",
                "When may it be made?",
                "from/until, like 2026-12-01/2027-03-01; the last day is not in it.",
                window("made"));
        ask("--shown", "When may it be shown?", "from/until; `perpetual` as the end means for ever.", window("shown"));
    }

    private void terms() throws CommandException, IOException {
        ask(
                "--notice",
                "How long after you take it back must they stop?",
                "P30D is thirty days, P0D at once, `never` means that you cannot.",
                notice("notice"));
        ask("--cause", "And when they did not pay, or broke the terms?", "a shorter time, like P7D.", notice("cause"));
        ask(
                "--released",
                "What happens then to what is out already?",
                "continue, withdraw, or wind-down:P30D.",
                GrantInterview::released);
        purpose();
    }

    private void purpose() throws CommandException, IOException {
        ask(
                "--intended-use",
                "In your own words: what is it for?",
                "a sentence that a stranger understands; several laws ask for it.",
                answer -> {});
    }

    private void ask(String option, String question, String explanation, Check check)
            throws CommandException, IOException {
        while (true) {
            surroundings.err().print(question + " ");
            surroundings.err().flush();
            String answer = surroundings.in().readLine();
            if (answer == null) {
                throw CommandException.failed("not signed: wanted an answer, found the end of what was typed", "");
            }
            String words = answer.strip();
            if (words.isEmpty() || words.equals("?")) {
                tell("  " + explanation);
            } else if (isUnderstood(words, check)) {
                said.add(option);
                said.add(words);
                return;
            }
        }
    }

    /** Says what is wrong with an answer, and lets it be given again. */
    private boolean isUnderstood(String answer, Check check) throws IOException {
        try {
            check.accept(answer);
            return true;
        } catch (MalformedException e) {
            tell("  wanted " + e.wanted() + ", found " + e.found()
                    + e.hint().map(hint -> ", " + hint).orElse(""));
        } catch (CommandException e) {
            tell("  " + e.getMessage());
        }
        return false;
    }

    private void party(String answer) throws CommandException, IOException, MalformedException {
        if (!answer.equals("any")) {
            for (String each : ScopeWords.split(answer)) {
                book.resolve(each);
            }
        }
    }

    private static void production(String answer) throws MalformedException {
        if (!answer.equals("any")) {
            for (String each : ScopeWords.split(answer)) {
                ExternalId.parse(each);
            }
        }
    }

    private static Check scope(String member) {
        return answer -> check(member, ScopeWords.list(answer));
    }

    private static Check window(String member) {
        return answer -> check(member, ScopeWords.window(SCOPE, answer));
    }

    private static Check notice(String member) {
        return answer -> Terms.readWithdrawal(withdrawal().put(member, answer).build());
    }

    private static void released(String answer) throws CommandException, MalformedException {
        JsonObject.Builder withdrawal = withdrawal();
        ScopeWords.released(answer, withdrawal);
        Terms.readWithdrawal(withdrawal.build());
    }

    private static JsonObject.Builder withdrawal() {
        return JsonObject.builder().put("notice", "P0D").put("cause", "P0D").put("released", "continue");
    }

    /** Reads a scope that says so, and everything else by wildcards. */
    private static void check(String member, org.countenance.json.JsonValue value) throws MalformedException {
        JsonObject.Builder scope = JsonObject.builder();
        for (String each : List.of(
                "roles",
                "modalities",
                "techniques",
                "contexts",
                "media",
                "territories",
                "languages",
                "made",
                "shown")) {
            scope.put(each, each.equals(member) ? value : JsonString.of("*"));
        }
        Scope.read(scope.build());
    }

    private void tell(String line) {
        surroundings.err().println(line);
    }

    /** Whether nothing was said on the command line, so that a person wants to be asked. */
    static boolean isWanted(Surroundings surroundings, GrantOptions options, Optional<String> file) {
        return surroundings.terminal() && file.isEmpty() && options.isSilent();
    }
}
