package org.countenance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A headless Chromium, driven as W3C WebDriver says; there is one where {@code chromedriver} is installed. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAPABILITIES = "{'capabilities':{'alwaysMatch':{'browserName':'chrome',"
            + "'goog:loggingPrefs':{'browser':'ALL'},'goog:chromeOptions':{'args':"
            + "['headless=new','no-sandbox','disable-gpu','disable-dev-shm-usage','hide-scrollbars']}}}}";

    private final Process driver;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String session;

    private Browser(Process driver, int port) {
        this.driver = driver;
        String address = "http://127.0.0.1:" + port + "/session";
        this.session = address + "/"
                + send("POST", address, json(CAPABILITIES)).path("sessionId").asText();
    }

    /** Where the driver is, if this machine has one. */
    static Optional<Path> driver() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "chromedriver"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start() throws IOException {
        Process driver = new ProcessBuilder(driver().orElseThrow().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.matches(".*started successfully on port \\d+\\.")) {
                return new Browser(driver, Integer.parseInt(line.replaceAll(".*port (\\d+)\\.", "$1")));
            }
        }
        throw new IOException("wanted chromedriver to start, found that it ended");
    }

    void open(Path page) {
        post("/url", json("{'url':'" + page.toUri() + "'}"));
    }

    void size(int width, int height) {
        post("/window/rect", json("{'width':" + width + ",'height':" + height + "}"));
    }

    /** What the body of a function returns that runs in the page. */
    JsonNode run(String script) {
        return post("/execute/sync", script(script));
    }

    /** What a script hands to the function that it finds as {@code arguments[0]}. */
    JsonNode runLater(String script) {
        return post("/execute/async", script(script));
    }

    String text(String script) {
        return run(script).asText();
    }

    private static ObjectNode script(String script) {
        ObjectNode body = JSON.createObjectNode().put("script", script);
        body.putArray("args");
        return body;
    }

    /** Presses keys, one after another, on whatever has the focus. */
    void press(String... keys) {
        StringBuilder actions = new StringBuilder();
        for (String key : keys) {
            actions.append(actions.length() == 0 ? "" : ",")
                    .append("{'type':'keyDown','value':'" + key + "'},{'type':'keyUp','value':'" + key + "'}");
        }
        post("/actions", json("{'actions':[{'type':'key','id':'keyboard','actions':[" + actions + "]}]}"));
    }

    /** What the console was told since it was asked last. */
    List<String> console() {
        List<String> lines = new ArrayList<>();
        post("/se/log", json("{'type':'browser'}")).forEach(line -> lines.add(line.toString()));
        return lines;
    }

    void emulate(String feature, String value) {
        develop("Emulation.setEmulatedMedia", "{'features':[{'name':'" + feature + "','value':'" + value + "'}]}");
    }

    /** Whether the scripts of pages run that are opened from now on. */
    void allowScripts(boolean allowed) {
        develop("Emulation.setScriptExecutionDisabled", "{'value':" + !allowed + "}");
    }

    /** The whole page as a picture. */
    void photograph(Path png) throws IOException {
        save(develop("Page.captureScreenshot", "{'captureBeyondViewport':true}").path("data"), png);
    }

    void print(Path pdf) throws IOException {
        save(post("/print", json("{}")), pdf);
    }

    private static void save(JsonNode base64, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, base64.binaryValue());
    }

    private JsonNode develop(String command, String parameters) {
        ObjectNode body = JSON.createObjectNode().put("cmd", command);
        body.set("params", json(parameters));
        return post("/goog/cdp/execute", body);
    }

    private JsonNode post(String path, JsonNode body) {
        return send("POST", session + path, body);
    }

    private JsonNode send(String method, String address, JsonNode body) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode value = JSON.readTree(answer.body()).path("value");
            if (answer.statusCode() != 200) {
                throw new AssertionError(address + ": " + value.path("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new AssertionError(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void close() {
        try {
            send("DELETE", session, JSON.createObjectNode());
        } finally {
            driver.destroy();
        }
    }
}
