package org.countenance.examples.jade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countenance.record.Id;

/**
 * The main job from beginning to end, in a temporary registry: people register and sign, a production of 3,300 uses is
 * blocked, what was missing is signed, it is cleared, somebody takes consent back, and it is blocked again.
 */
public final class Demo {

    private static final Map<String, String> PEOPLE = people();

    private final Shell shell;
    private final Map<String, String> parties = new HashMap<>();

    private Demo(Shell shell) {
        this.shell = shell;
    }

    /** Runs it and says what to try next. */
    public static void main(String[] args) throws IOException {
        Path directory = Files.createTempDirectory("countenance-");
        new Demo(new Shell(directory, System.out)).run();
    }

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("lin", "Lin Yue");
        people.put("shen", "Shen Haoran");
        people.put("qiao", "Qiao Ruolan");
        people.put("tang", "Tang Muyang");
        people.put("wei", "Wei Xiaoqing");
        people.put("bai", "Bai Jingchu");
        people.put("he", "He Dashan");
        people.put("zhou", "Zhou Guilan");
        people.put("luo", "Luo Fei");
        return people;
    }

    private void run() throws IOException {
        register();
        grant();
        shell.title("The studio asks: may its 40 episodes go out?");
        shell.show(3, "verify", "manifest.json", "--format", "text,json=verdict.json");
        shell.title("The verdict wrote the grants that are missing; both performers read and sign theirs");
        shell.show(0, "request", "--from", "verdict.json", "--into", "requests");
        sign("lin", "Mei's voice in English");
        sign("wei", "Xiaoyu in the trailer");
        shell.show(0, "verify", "manifest.json");
        shell.title("Lin Yue was not paid, and takes back what she gave");
        String grant = shell.quietly("list", "--person", "@lin", "--kind", "grant", "--quiet")
                .lines()
                .findFirst()
                .orElseThrow();
        shell.show(
                0,
                "revoke",
                "id:" + grant,
                "--key",
                "lin",
                "--cause",
                "unpaid",
                "--reason",
                "nothing was paid",
                "--yes");
        shell.show(3, "verify", "manifest.json");
        next();
    }

    private void register() throws IOException {
        shell.title("A registry, nine performers and a studio, each with keys of their own");
        shell.show(0, "init", "--name", "demo.example/likeness");
        for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
            parties.put(
                    person.getKey(),
                    shell.quietly(
                            "party",
                            "register",
                            "--key",
                            person.getKey(),
                            "--kind",
                            "person",
                            "--adult",
                            "--name",
                            person.getValue(),
                            "--alias",
                            person.getKey(),
                            "--quiet"));
        }
        parties.put(
                "studio",
                shell.quietly(
                        "party",
                        "register",
                        "--key",
                        "studio",
                        "--kind",
                        "organisation",
                        "--name",
                        "Jade Lantern Pictures",
                        "--alias",
                        "studio",
                        "--quiet"));
        shell.say("registered " + PEOPLE.size() + " people and one studio, as in");
        shell.say("$ consent party register --key lin --kind person --adult --name \"Lin Yue\" --alias lin");
    }

    private void grant() throws IOException {
        shell.title(
                "Each performer signs a grant of her own; Lin Yue and Wei Xiaoqing allow less than the studio plans");
        Template template = new Template(LocalDate.now(ZoneOffset.UTC), parties);
        shell.write("manifest.json", template.fill("manifest-template.json"));
        for (String person : PEOPLE.keySet()) {
            shell.write("grants/" + person + ".json", template.fill("grants/" + person + ".json"));
            shell.quietly(
                    "grant",
                    "--key",
                    person,
                    "-f",
                    "grants/" + person + ".json",
                    "--intended-use",
                    "The Jade Hairpin, episodes 1-40",
                    "--yes",
                    "--quiet");
        }
        shell.say("$ consent grant --key lin -f grants/lin.json --intended-use \"The Jade Hairpin, episodes 1-40\"");
        shell.say("and so on, for all nine");
    }

    private void sign(String person, String use) throws IOException {
        String file = "requests/" + shown(person) + ".json";
        shell.show(0, "grant", "--key", person, "-f", file, "--intended-use", use, "--yes");
    }

    private String shown(String person) {
        return new Id(parties.getOrDefault(person, "")).shown();
    }

    private void next() {
        shell.title("Try next");
        shell.say("everything is in " + shell.directory());
        shell.say("export CONSENT_REGISTRY=" + shell.directory() + "/registry CONSENT_KEYS=" + shell.directory()
                + "/keys \\");
        shell.say("  XDG_CONFIG_HOME=" + shell.directory() + " CONSENT_PASSPHRASE_FILE=" + shell.directory()
                + "/passphrase");
        shell.say("consent-cli/bin/consent list --person @lin        what Lin Yue signed");
        shell.say("consent-cli/bin/consent verify " + shell.directory() + "/manifest.json --format json");
        shell.say("consent-cli/bin/consent --help                    everything else");
    }
}
