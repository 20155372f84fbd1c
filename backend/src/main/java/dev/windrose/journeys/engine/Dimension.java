package dev.windrose.journeys.engine;

import dev.windrose.platform.error.AppException;
import java.util.Arrays;

/** What events are told apart by. The order is the order of the columns. */
public enum Dimension {
    KIND("kind"),
    JOURNEY("journey_type"),
    CHANNEL("channel"),
    CAMPAIGN("campaign"),
    COUNTRY("country"),
    REGION("region"),
    SEGMENT("segment"),
    PRODUCT("product_id"),
    SOURCE("source"),
    CURRENCY("amount_currency");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** The column of {@code journey_events}, which is also its name in questions. */
    public String column() {
        return column;
    }

    public static Dimension of(String name) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.column.equals(name))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        JourneyError.QUESTION_UNCLEAR,
                        "Events have no dimension \"%s\"; there are %s."
                                .formatted(
                                        name,
                                        Arrays.stream(values())
                                                .map(Dimension::column)
                                                .toList())));
    }
}
