package org.countenance.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.words.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help texts of every command in one language, for picocli to look up by command and option. English ones stand beside what
 * they explain; {@code help.zh-Hans.txt} has the same texts with the other language, so that what many commands take is said
 * once. Examples stay as they are typed.
 */
final class HelpTexts extends ResourceBundle {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final UnaryOperator<String> said;

    private HelpTexts(UnaryOperator<String> said) {
        this.said = said;
    }

    /** Puts the texts of a language into a command and all below it; English ones are there already. */
    static void put(CommandLine line, Language language) {
        UnaryOperator<String> said = UnaryOperator.identity();
        if (language != Language.ENGLISH) {
            Map<String, String> known = known(language);
            said = english -> known.getOrDefault(english, english);
            put(line, of(line.getCommandSpec(), said));
        }
        UnaryOperator<String> exits = said;
        line.getHelpSectionMap()
                .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST, help -> exitCodes(help, exits));
    }

    static String exitCodes(CommandLine.Help help, UnaryOperator<String> said) {
        if (!help.commandSpec().root().equals(help.commandSpec())) {
            return "";
        }
        return Arrays.stream(ExitCode.values())
                .map(code -> "  " + code.number() + "  " + said.apply(code.meaning()) + "\n")
                .collect(Collectors.joining("", "\n" + said.apply("Exit codes:") + "\n", ""));
    }

    private static void put(CommandLine line, HelpTexts texts) {
        line.setResourceBundle(texts);
        line.getSubcommands().values().forEach(below -> put(below, texts));
    }

    /** All texts of a command and those below it, said so. */
    static HelpTexts of(CommandSpec command, UnaryOperator<String> said) {
        HelpTexts texts = new HelpTexts(said);
        texts.add(command);
        return texts;
    }

    /** What each English text is in another language. */
    static Map<String, String> known(Language language) {
        try (InputStream in = HelpTexts.class.getResourceAsStream("help." + language.tag() + ".txt")) {
            Map<String, String> known = new HashMap<>();
            Bytes.of(in.readAllBytes())
                    .text()
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> {
                        int equals = line.indexOf(" = ");
                        known.put(line.substring(0, equals), line.substring(equals + 3));
                    });
            return known;
        } catch (IOException | MalformedException e) {
            throw new IllegalStateException("the help texts in " + language.tag() + " cannot be read", e);
        }
    }

    private void add(CommandSpec command) {
        String name = command.qualifiedName(".");
        String usage = said.apply("Usage:");
        texts.put(name + ".usage.synopsisHeading", usage.endsWith("：") ? usage : usage + " ");
        texts.put(name + ".usage.commandListHeading", said.apply("Commands:") + "%n");
        put(name + ".usage.description", Arrays.asList(command.usageMessage().description()));
        put(name + ".usage.footer", paragraphs(command.usageMessage().footer()));
        for (ArgSpec each : command.args()) {
            String key = each instanceof OptionSpec option
                    ? option.longestName().replaceFirst("^-+", "")
                    : each.paramLabel() + "[" + ((PositionalParamSpec) each).index() + "]";
            put(name + "." + key, Arrays.asList(each.description()));
        }
        command.subcommands().values().forEach(below -> add(below.getCommandSpec()));
    }

    private void put(String key, List<String> english) {
        for (int i = 0; i < english.size(); i++) {
            String text = english.get(i);
            texts.put(key + "." + i, isTyped(text) ? text : indent(text) + said.apply(text.strip()));
        }
    }

    /** Examples, and the lines that they go on in. */
    private static boolean isTyped(String text) {
        return text.isBlank() || text.startsWith("    ") || text.startsWith("  consent ") || text.startsWith("  curl ");
    }

    private static String indent(String text) {
        return text.startsWith("  ") ? "  " : "";
    }

    /** Lines that go on in the next one as one: picocli breaks them where the line is full. */
    private static List<String> paragraphs(String[] lines) {
        List<String> paragraphs = new ArrayList<>();
        boolean open = false;
        for (String line : lines) {
            boolean prose = !line.isBlank() && !line.startsWith(" ");
            if (open && prose) {
                paragraphs.set(paragraphs.size() - 1, paragraphs.get(paragraphs.size() - 1) + " " + line);
            } else {
                paragraphs.add(line);
            }
            open = prose && !line.endsWith(":");
        }
        return paragraphs;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
