package dev.windrose.llm.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.outside.OutsideHosts;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vectors of texts by an endpoint outside, for workspaces that let messages and records out. Every call is counted like those of a model. */
@Component
public class EndpointEmbeddings {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LARGEST = 1024;
    /** Characters that make a token, where the endpoint does not say. */
    private static final int TOKEN = 4;

    private final EmbeddingSettings settings;
    private final ModelStore store;
    private final Clock clock;
    private final boolean reachable;
    private final HttpClient http;
    private final TransactionTemplate transactions;

    EndpointEmbeddings(
            EmbeddingSettings settings,
            OutsideHosts hosts,
            ModelStore store,
            Clock clock,
            PlatformTransactionManager manager) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.reachable = settings.present()
                && ModelTiers.safe(Objects.requireNonNull(settings.baseUrl()), "WINDROSE_EMBEDDINGS_BASE_URL", hosts);
        this.http = EndpointHttp.builder(settings.timeout()).build();
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether there is one, for whichever workspace. */
    public boolean setUp() {
        return reachable;
    }

    /** What its vectors are called; empty where there is none, or the workspace in scope lets its texts not out. */
    public Optional<String> model() {
        if (!reachable) {
            return Optional.empty();
        }
        var policy = policy();
        String name = settings.dimensions() > 0
                ? settings.model() + "/" + settings.dimensions()
                : String.valueOf(settings.model());
        return policy.messageText() && policy.records() ? Optional.of(name) : Optional.empty();
    }

    /**
     * In the order of the texts. Outside of transactions.
     *
     * @throws AppException UNAVAILABLE where the endpoint gives no vectors, TOO_MANY_REQUESTS where the budget of the month is used up
     */
    public List<float[]> of(List<String> texts) {
        var policy = policy();
        if (!reachable || !policy.messageText() || !policy.records()) {
            throw new AppException(CommonError.NOT_ALLOWED, "The workspace lets no texts out for embeddings.");
        }
        var sent = texts.stream().map(text -> masked(policy, text)).toList();
        long expected = sent.stream().mapToLong(String::length).sum() / TOKEN;
        if (policy.budget().exceededBy(used(), expected)) {
            keep(policy, CallOutcome.OVER_BUDGET, 0, Duration.ZERO);
            throw new AppException(
                    CommonError.TOO_MANY_REQUESTS, "The budget of this month for the language model is used up.");
        }
        long begin = System.nanoTime();
        try {
            var answer = ask(sent);
            var vectors = vectors(answer, texts.size());
            keep(policy, CallOutcome.ANSWERED, tokens(answer, expected), since(begin));
            return vectors;
        } catch (AppException e) {
            keep(policy, CallOutcome.UNREADABLE, 0, since(begin));
            throw e;
        } catch (RuntimeException e) {
            keep(policy, CallOutcome.FAILED, 0, since(begin));
            throw new AppException(
                    CommonError.UNAVAILABLE, "The endpoint for embeddings gave no answer: " + e.getMessage());
        }
    }

    private static String masked(ModelPolicy policy, String text) {
        var secretless = MaskText.secrets(text);
        return (policy.plainAddresses() ? secretless : secretless.withoutAddresses()).text();
    }

    private JsonNode ask(List<String> texts) {
        var body = new LinkedHashMap<String, Object>();
        body.put("model", String.valueOf(settings.model()));
        body.put("input", texts);
        body.put("encoding_format", "float");
        if (settings.dimensions() > 0) {
            body.put("dimensions", settings.dimensions());
        }
        var request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(String.valueOf(settings.baseUrl()).replaceAll("/+$", "") + "/embeddings")
                .addHeader("Content-Type", "application/json");
        if (settings.apiKey() != null && !settings.apiKey().isBlank()) {
            request.addHeader("Authorization", "Bearer " + settings.apiKey());
        }
        String answer = http.execute(request.body(JSON.writeValueAsString(body)).build())
                .body();
        try {
            return JSON.readTree(answer);
        } catch (JacksonException bad) {
            throw unreadable("it is no JSON");
        }
    }

    private static List<float[]> vectors(JsonNode answer, int wanted) {
        var vectors = new float[wanted][];
        int size = 0;
        for (var one : answer.path("data")) {
            int index = one.path("index").asInt(-1);
            var numbers = one.path("embedding");
            if (index < 0 || index >= wanted || numbers.isEmpty() || numbers.size() > LARGEST) {
                throw unreadable("a vector has from 1 to %d numbers and the place of its text".formatted(LARGEST));
            }
            var vector = new float[numbers.size()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = numbers.get(i).floatValue();
            }
            size = size == 0 ? vector.length : size;
            if (vector.length != size) {
                throw unreadable("its vectors differ in length");
            }
            vectors[index] = vector;
        }
        for (float[] vector : vectors) {
            if (vector == null) {
                throw unreadable("vectors are missing");
            }
        }
        return List.of(vectors);
    }

    private static AppException unreadable(String why) {
        return new AppException(
                CommonError.UNAVAILABLE,
                "The answer of the endpoint for embeddings cannot be read: %s.".formatted(why));
    }

    private static long tokens(JsonNode answer, long expected) {
        return answer.path("usage").path("prompt_tokens").asLong(expected);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void keep(ModelPolicy policy, CallOutcome outcome, long tokens, Duration took) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var person = ActorScope.current().rightsOf();
        @Nullable String currency = policy.budget().currency();
        var call = new ModelCall(
                Ids.next(),
                now,
                person == null ? null : person.value(),
                "embeddings",
                "embeddings",
                1,
                "embeddings",
                String.valueOf(settings.model()),
                tokens,
                0,
                policy.budget().cost(tokens, 0),
                currency,
                took.toMillis(),
                1,
                outcome,
                null,
                null,
                null);
        transactions.executeWithoutResult(
                _ -> store.insert(call, KeepCall.month(now).atDay(1)));
    }

    private ModelPolicy policy() {
        return transactions.execute(_ -> store.policy().orElse(ModelPolicy.CLOSED));
    }

    private ModelUsage used() {
        return transactions.execute(_ -> store.usage(KeepCall.month(clock.instant())));
    }
}
