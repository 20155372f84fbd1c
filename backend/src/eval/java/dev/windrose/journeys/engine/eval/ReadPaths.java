package dev.windrose.journeys.engine.eval;

import dev.windrose.journeys.engine.attribution.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Paths out of a file: one row a path with its counts, or one row a touch with the entity and the time. */
final class ReadPaths {

    private static final Pattern ARROW = Pattern.compile("\\s*(?:->|=>|→|»|>)\\s*");
    private static final List<String> PATH =
            List.of("path", "journey", "channel_path", "touchpoints", "conversion_path", "paths", "channels", "route");
    private static final List<String> CONVERSIONS = List.of(
            "total_conversions",
            "conversions",
            "conversion",
            "conv",
            "converted",
            "is_conversion",
            "total_conv",
            "purchases",
            "orders");
    private static final List<String> VALUE = List.of(
            "total_conversion_value", "conversion_value", "total_value", "value", "revenue", "amount", "conv_value");
    private static final List<String> NULLS = List.of(
            "total_null",
            "null",
            "nulls",
            "total_nulls",
            "non_conversions",
            "non_converting",
            "not_converted",
            "drops",
            "null_paths");
    private static final List<String> ENTITY = List.of(
            "entity",
            "cookie",
            "visitor",
            "visitor_id",
            "user_id",
            "customer_id",
            "user",
            "customer",
            "client",
            "lead",
            "contact",
            "session",
            "id");
    private static final List<String> TIME = List.of(
            "timestamp", "time", "datetime", "occurred_at", "touch_time", "event_time", "date", "created_at", "at");
    private static final List<String> CHANNEL = List.of(
            "channel", "marketing_channel", "touchpoint", "source", "medium", "utm_source", "campaign", "origin");
    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "t", "1.0", "conversion", "converted");

    private final CsvTable table;
    private final Options options;

    ReadPaths(CsvTable table, Options options) {
        this.table = table;
        this.options = options;
    }

    private record Touch(long time, String channel, double conversions, double value) {}

    Paths read() {
        var path = chosen("path", PATH);
        var channel = chosen("channel", CHANNEL);
        boolean touches = options.get("channel").isPresent()
                || options.get("path").isEmpty()
                        && path.isEmpty()
                        && channel.isPresent()
                        && chosen("entity", ENTITY).isPresent()
                        && chosen("time", TIME).isPresent();
        var paths = touches ? ofTouches(channel.orElseThrow()) : ofRows(path.isPresent() ? path.getAsInt() : arrows());
        if (paths.isEmpty()) {
            throw new Unusable("The file " + table.name() + " holds no path with a channel.");
        }
        return paths;
    }

    private int arrows() {
        for (int i = 0; i < table.header().size(); i++) {
            if (table.sample(i).stream().anyMatch(cell -> ARROW.matcher(cell).find())) {
                return i;
            }
        }
        throw new Unusable(
                "No column of " + table.name() + " holds paths; name it by --path. It has " + table.header() + ".");
    }

    private Paths ofRows(int path) {
        var conversions = chosen("conversions", CONVERSIONS);
        var value = chosen("value", VALUE);
        var nulls = chosen("nulls", NULLS);
        if (conversions.isEmpty() && nulls.isEmpty()) {
            System.err.println("No column counts conversions: each row counts as one.");
        }
        var paths = new Paths();
        int line = 1;
        for (var row : table.rows()) {
            line++;
            double converted = conversions.isEmpty() && nulls.isEmpty() ? 1 : count(row, conversions, line);
            double lost = nulls.isPresent() ? count(row, nulls, line) : flagged(row, conversions, converted);
            paths.add(steps(table.cell(row, path)), converted, count(row, value, line), lost);
        }
        return paths;
    }

    /** Where rows say by yes and no whether they converted, a no is a path that did not. */
    private double flagged(List<String> row, OptionalInt conversions, double converted) {
        boolean flag = conversions.isPresent()
                && !table.cell(row, conversions.getAsInt()).isEmpty()
                && table.sample(conversions.getAsInt()).stream()
                        .allMatch(cell -> YES.contains(cell.toLowerCase(Locale.ROOT)) || no(cell));
        return flag && converted == 0 ? 1 : 0;
    }

    private static boolean no(String cell) {
        return Set.of("0", "false", "no", "n", "f", "0.0").contains(cell.toLowerCase(Locale.ROOT));
    }

    private static List<String> steps(String cell) {
        var arrows = ARROW.matcher(cell).find();
        var parts = arrows ? ARROW.split(cell) : cell.contains("|") ? cell.split("\\|") : new String[] {cell};
        return Arrays.stream(parts)
                .map(String::strip)
                .filter(part ->
                        !part.isEmpty() && !part.equalsIgnoreCase("(start)") && !part.equalsIgnoreCase("(conversion)"))
                .toList();
    }

    private double count(List<String> row, OptionalInt column, int line) {
        if (column.isEmpty() || table.cell(row, column.getAsInt()).isEmpty()) {
            return 0;
        }
        var cell = table.cell(row, column.getAsInt());
        var plain = cell.toLowerCase(Locale.ROOT);
        if (YES.contains(plain)) {
            return 1;
        }
        if (no(cell)) {
            return 0;
        }
        try {
            return Double.parseDouble(cell.matches("-?\\d+,\\d+") ? cell.replace(',', '.') : cell);
        } catch (NumberFormatException e) {
            throw new Unusable("Line %d of %s: \"%s\" in column %s is no number."
                    .formatted(line, table.name(), cell, table.header().get(column.getAsInt())));
        }
    }

    private Paths ofTouches(int channel) {
        int entity = needed("entity", ENTITY);
        int time = needed("time", TIME);
        var conversions = chosen("conversions", CONVERSIONS);
        var value = chosen("value", VALUE);
        var moments = Moments.of(table.column(time));
        var touches = new LinkedHashMap<String, List<Touch>>();
        int line = 1;
        for (var row : table.rows()) {
            line++;
            var cell = table.cell(row, time);
            int at = line;
            var moment = moments.read(cell)
                    .orElseThrow(
                            () -> new Unusable("Line %d of %s: \"%s\" is no time.".formatted(at, table.name(), cell)));
            touches.computeIfAbsent(table.cell(row, entity), _ -> new ArrayList<>())
                    .add(new Touch(
                            moment.micros(),
                            table.cell(row, channel),
                            count(row, conversions, line),
                            count(row, value, line)));
        }
        var paths = new Paths();
        touches.values().forEach(all -> split(all, paths));
        return paths;
    }

    /** A path ends with a conversion; what comes after it belongs to the next. */
    private static void split(List<Touch> touches, Paths paths) {
        touches.sort(Comparator.comparingLong(Touch::time));
        var path = new ArrayList<String>();
        for (var touch : touches) {
            if (!touch.channel().isEmpty()) {
                path.add(touch.channel());
            }
            if (touch.conversions() > 0) {
                paths.add(path, touch.conversions(), touch.value(), 0);
                path.clear();
            }
        }
        paths.add(path, 0, 0, 1);
    }

    private OptionalInt chosen(String option, List<String> names) {
        var named = options.get(option);
        if (named.isPresent()) {
            return OptionalInt.of(table.require(named.get()));
        }
        var found = table.guess(names, _ -> true);
        return option.equals("conversions") && found.equals(chosen("value", VALUE)) ? OptionalInt.empty() : found;
    }

    private int needed(String option, List<String> names) {
        return chosen(option, names)
                .orElseThrow(() -> new Unusable("Which column of %s is the %s? Name it by --%s. It has %s."
                        .formatted(table.name(), option, option, table.header())));
    }
}
