package dev.windrose.agents.advise;

import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Once a day in each workspace: tells as events what the record newly calls for, and notes what it does not call for any more. */
@Component
class OfferAdvice implements JobHandler {

    static final String TYPE = "offer_recommendations";
    private static final int AT_ONCE = 25;

    private final ReadFacts read;
    private final Advise advise;
    private final Recommendations recommendations;
    private final RecommendationStore store;
    private final EventLog events;
    private final Clock clock;

    OfferAdvice(
            ReadFacts read,
            Advise advise,
            Recommendations recommendations,
            RecommendationStore store,
            EventLog events,
            Clock clock) {
        this.read = read;
        this.advise = advise;
        this.recommendations = recommendations;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public @Nullable Object run(JobContext job) {
        if (!recommendations.on()) {
            return Map.of("offered", 0);
        }
        var all = List.of(job.step("accounts", UUID[].class, () -> read.busy().toArray(UUID[]::new)));
        int offered = 0;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            offered += job.step("offer-" + from, Integer.class, () -> offer(some));
            job.progress(from + some.size(), (long) all.size(), "offer");
        }
        return Map.of("offered", offered);
    }

    /** How many are new. */
    int offer(List<UUID> companies) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var found = advise.ofAll(companies);
        store.gone(companies, found.stream().map(Advice::id).toList(), now);
        var fresh = found.stream().filter(advice -> store.offer(advice, now)).toList();
        events.append(fresh.stream()
                .map(advice -> Event.about("company", advice.companyId(), AdviceEvents.RECOMMENDED, payload(advice)))
                .toList());
        return fresh.size();
    }

    private static Map<String, @Nullable Object> payload(Advice advice) {
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("recommendation_id", advice.id().toString());
        payload.put("rule", advice.rule());
        payload.put("company_id", advice.companyId().toString());
        payload.put("deal_id", text(advice.dealId()));
        payload.put("owner_id", text(advice.ownerId()));
        payload.put("urgency", advice.urgency());
        payload.put("due", text(advice.due()));
        return payload;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
