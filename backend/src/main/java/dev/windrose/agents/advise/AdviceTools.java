package dev.windrose.agents.advise;

import dev.windrose.platform.tool.Argument;
import dev.windrose.platform.tool.Effect;
import dev.windrose.platform.tool.Tier;
import dev.windrose.platform.tool.Tool;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what should be done next. */
@Component
public class AdviceTools {

    private static final int USUAL = 10;
    private static final int MOST = 50;

    private final Recommendations recommendations;

    AdviceTools(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** For whom. */
    public record Asked(
            @Argument("The account; left out for everything of whoever asks") @Nullable
            UUID companyId,

            @Argument("Only what concerns this person of the account") @Nullable
            UUID contactId,

            @Argument("How many at most, up to 50") @Nullable
            Integer limit) {}

    /** What should be done next, the best first. */
    public record Recommended(List<Advice> recommendations) {}

    @Tool(
            name = "recommend_actions",
            says =
                    "Says what should be done next for an account or for whoever asks: each with reason, due day, expected value and the records it rests on.",
            effect = Effect.READ,
            tier = Tier.CORE,
            scope = "read")
    public Recommended recommend(Asked asked) {
        int most = asked.limit() == null ? USUAL : Math.clamp(asked.limit(), 1, MOST);
        return new Recommended(
                asked.companyId() == null
                        ? recommendations.mine(most)
                        : recommendations.ofCompany(asked.companyId(), asked.contactId(), most));
    }

    /** What is done with one. */
    public record Chosen(
            @Argument("The account") UUID companyId,
            @Argument("The recommendation") UUID recommendationId) {}

    @Tool(
            name = "carry_out_recommendation",
            says = "Makes a task of a recommendation, with its due day, for the owner of the deal or account.",
            effect = Effect.WRITE,
            tier = Tier.EXTENDED,
            scope = "write")
    public Map<String, Object> carryOut(Chosen chosen) {
        var done = recommendations.carryOut(chosen.companyId(), chosen.recommendationId());
        return Map.of("status", done.status(), "task_id", String.valueOf(done.task()));
    }
}
