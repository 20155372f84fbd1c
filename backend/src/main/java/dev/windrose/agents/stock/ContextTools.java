package dev.windrose.agents.stock;

import dev.windrose.context.claim.CheckClaims;
import dev.windrose.context.claim.CheckScope;
import dev.windrose.context.claim.ClaimReport;
import dev.windrose.context.claim.TextToCheck;
import dev.windrose.context.retrieval.Passage;
import dev.windrose.context.retrieval.Question;
import dev.windrose.context.retrieval.Retrieve;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.platform.tool.Argument;
import dev.windrose.platform.tool.Effect;
import dev.windrose.platform.tool.Tier;
import dev.windrose.platform.tool.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the company knows, and holds texts against it. */
@Component
public class ContextTools {

    private static final int USUAL = 8;

    private final Retrieve retrieve;
    private final CheckClaims check;

    ContextTools(Retrieve retrieve, CheckClaims check) {
        this.retrieve = retrieve;
        this.check = check;
    }

    /** What somebody wants to know. */
    public record Asked(
            @Argument("The question, in whole words") String text,

            @Argument(
                    "Only these categories: team_setup, message_tree, policy, brand, strategy, template, best_practice, team_rule")
            @Nullable
            List<String> categories,

            @Argument("Only these record types") @Nullable List<String> types,

            @Argument("Only what holds for this product") @Nullable
            UUID productId,

            @Argument("Who will read it: somebody inside, or somebody outside who sees only what anybody may read")
            @Nullable
            Boolean outside,

            @Argument("How many passages at most, up to 20") @Nullable
            Integer limit) {}

    @Tool(
            name = "search_context",
            says =
                    "Finds passages of policies, messages, templates, practices and texts of records that answer a question, with entry and version to cite.",
            effect = Effect.READ,
            tier = Tier.CORE,
            scope = "read")
    public Map<String, Object> search(Asked asked) {
        Permissions.require(Operation.READ, "context_entry");
        var found = retrieve.find(new Question(
                asked.text(),
                asked.limit() == null ? USUAL : Math.clamp(asked.limit(), 1, 20),
                Objects.requireNonNullElse(asked.categories(), List.<String>of()),
                asked.productId() == null ? null : asked.productId().toString(),
                null,
                null,
                Objects.requireNonNullElse(asked.types(), List.<String>of()),
                Boolean.TRUE.equals(asked.outside()),
                false));
        return Map.of("data", found.stream().map(ContextTools::json).toList());
    }

    private static Map<String, @Nullable Object> json(Passage passage) {
        var source = passage.source();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("record", Map.of("id", source.id().toString(), "type", source.type(), "title", source.title()));
        json.put("version", passage.version());
        json.put("heading", passage.heading());
        json.put("text", passage.text());
        json.put("category", passage.category());
        json.put("sensitivity", passage.sensitivity());
        return json;
    }

    /** A text to check. */
    public record Draft(
            @Argument("The text") String text,

            @Argument(
                    value = "Who will read it; outside where left out",
                    choices = {"outside", "inside"})
            @Nullable
            String audience,

            @Argument("The product it is about") @Nullable UUID productId,
            @Argument("The company it is for") @Nullable UUID companyId,
            @Argument("Language, as en") @Nullable String language,

            @Argument("mail, post, page or proposal") @Nullable
            String channel) {}

    @Tool(
            name = "check_claims",
            says =
                    "Checks each sentence of a text against the live messages, policies and records and against the rules of the brand, and says what does not hold.",
            effect = Effect.READ,
            tier = Tier.CORE,
            scope = "read",
            seconds = 60)
    public Map<String, @Nullable Object> check(Draft draft) {
        Permissions.require(Operation.READ, "context_entry");
        var report = check.of(
                TextToCheck.whole(draft.text()),
                new CheckScope(
                        "inside".equals(draft.audience()) ? CheckScope.Reader.INSIDE : CheckScope.Reader.OUTSIDE,
                        draft.productId() == null ? null : new ProductId(draft.productId()),
                        draft.companyId() == null ? null : new CompanyId(draft.companyId()),
                        draft.language(),
                        draft.channel()));
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "sentences", report.sentences().stream().map(ContextTools::json).toList());
        json.put(
                "brand",
                report.brand().stream()
                        .map(finding ->
                                Map.of("rule", finding.rule(), "word", finding.word(), "message", finding.message()))
                        .toList());
        json.put("note", report.note());
        return json;
    }

    private static Map<String, @Nullable Object> json(ClaimReport.Checked one) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("text", one.text());
        json.put("verdict", one.verdict().wire());
        json.put("why", one.why());
        json.put(
                "evidence",
                one.evidence().stream()
                        .map(evidence -> {
                            var source = new LinkedHashMap<String, @Nullable Object>();
                            source.put("id", evidence.source());
                            source.put("type", evidence.type());
                            source.put("title", evidence.title());
                            source.put("version", evidence.version());
                            source.put("quote", evidence.quote());
                            return source;
                        })
                        .toList());
        return json;
    }
}
