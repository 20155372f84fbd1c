package dev.windrose.journeys.track;

import dev.windrose.journeys.JourneyStage.JourneyType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was handed in, read and checked.
 *
 * @param index its place in the request
 * @param person how the source calls who did it
 * @param amount in minor units
 * @param properties as JSON
 */
record TrackedEvent(
        int index,
        String id,
        String type,
        Instant at,
        Person person,
        Traits traits,
        @Nullable Long amount,
        @Nullable String currency,
        String properties) {

    /** Who did it, in whatever way it is told. */
    record Person(
            @Nullable String anonymousId,
            @Nullable String userId,
            @Nullable String email,
            @Nullable UUID contact,
            @Nullable UUID company) {

        boolean nobody() {
            return anonymousId == null && userId == null && email == null && contact == null && company == null;
        }

        /** Under which name the visitor is kept; null where only records are told. */
        @Nullable
        String visitor() {
            if (anonymousId != null) {
                return anonymousId;
            }
            if (userId != null) {
                return "user:" + userId;
            }
            return email == null ? null : "email:" + email;
        }

        boolean identifies() {
            return userId != null || email != null || contact != null;
        }
    }

    /** What events are told apart by. */
    record Traits(
            @Nullable JourneyType journey,
            @Nullable UUID productId,
            @Nullable String product,
            @Nullable String channel,
            @Nullable String campaign,
            @Nullable String country,
            @Nullable String region,
            @Nullable String segment) {}
}
