package org.countenance.examples.benchmarks;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The question of {@code DecisionBenchmark} as Cedar would be asked it: five policies, kept parsed, and one request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CedarBenchmark {

    private static final String POLICY = "permit(principal == Producer::\"studio\", action == Action::\"use\","
            + " resource == Person::\"lin\") when { context.role == \"depicted\""
            + " && [\"face\",\"voice\"].containsAll(context.modalities) && context.technique == \"voice-clone\""
            + " && [\"svod\"].containsAll(context.media) && [\"$territory\"].containsAll(context.territories)"
            + " && [\"zh\"].containsAll(context.languages) && context.contexts == []"
            + " && context.madeFrom >= 1767225600 && context.madeUntil <= 1830297600"
            + " && context.shownFrom >= 1798761600 && context.shownUntil <= 1830297600 };";

    private final Entities nobody = new Entities();
    private Optional<AuthorizationEngine> engine = Optional.empty();
    private PolicySet policies = new PolicySet();
    private AuthorizationRequest request = request();

    private static AuthorizationRequest request() {
        Map<String, Value> context = Map.ofEntries(
                Map.entry("role", new PrimString("depicted")),
                Map.entry("technique", new PrimString("voice-clone")),
                Map.entry("modalities", words("face", "voice")),
                Map.entry("media", words("svod")),
                Map.entry("territories", words("CN")),
                Map.entry("languages", words("zh")),
                Map.entry("contexts", words()),
                Map.entry("madeFrom", new PrimLong(1_793_577_600L)),
                Map.entry("madeUntil", new PrimLong(1_793_664_000L)),
                Map.entry("shownFrom", new PrimLong(1_801_440_000L)),
                Map.entry("shownUntil", new PrimLong(1_814_400_000L)));
        return new AuthorizationRequest(
                entity("Producer::\"studio\""), entity("Action::\"use\""), entity("Person::\"lin\""), context);
    }

    private static EntityUID entity(String text) {
        return EntityUID.parse(text).orElseThrow();
    }

    private static CedarList words(String... words) {
        return new CedarList(List.of(words).stream().<Value>map(PrimString::new).collect(Collectors.toList()));
    }

    /** Parses the policies. */
    @Setup
    public void prepare() throws Exception {
        String text = OneUse.TERRITORIES.stream()
                .map(territory -> POLICY.replace("$territory", territory))
                .collect(Collectors.joining("\n"));
        policies = PolicySet.parsePolicies(text);
        policies.cache();
        engine = Optional.of(new BasicAuthorizationEngine());
        AuthorizationResponse response = decide();
        if (!response.success.map(answer -> answer.isAllowed()).orElse(false)) {
            throw new IllegalStateException("wanted a request that is allowed, found " + response);
        }
    }

    /** One request. */
    @Benchmark
    public AuthorizationResponse decide() throws AuthException {
        return engine.orElseThrow().isAuthorized(request, policies, nobody);
    }
}
