package org.countenance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/** What published schemas say of a report. */
public final class Schemas {

    private Schemas() {}

    /** The schema of SARIF 2.1.0 as OASIS publishes it. */
    public static Schema sarif() {
        try (InputStream in = Schemas.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return of(SpecificationVersion.DRAFT_7, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the schemas that come with the program. */
    public static Schema ours(String name) {
        return of(SpecificationVersion.DRAFT_2020_12, JsonSchemas.text(name));
    }

    public static List<String> faults(Schema schema, String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** Parses strictly: no document type, no entities, and the schema of test reports. */
    public static void checkJUnit(String xml) {
        try (InputStream in = Schemas.class.getResourceAsStream("/reports/junit.xsd")) {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            Validator validator = factory.newSchema(new StreamSource(in)).newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new StringReader(xml)));
        } catch (IOException | SAXException e) {
            throw new AssertionError(e.getMessage() + "\n" + xml, e);
        }
    }

    public static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema of(SpecificationVersion version, String text) {
        return SchemaRegistry.withDefaultDialect(
                        version,
                        builder -> builder.schemas(
                                Map.of("urn:countenance:schema:verdict:1", JsonSchemas.text("verdict"))))
                .getSchema(text, InputFormat.JSON);
    }
}
