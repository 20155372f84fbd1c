package dev.windrose.context.claim;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of measure.
 *
 * @param dimension numbers of one dimension can be compared
 * @param factor of one unit in the base unit of the dimension
 * @param zero where the scale begins, as of degrees Fahrenheit
 */
record Unit(String dimension, double factor, double zero) {

    private static final Map<String, Unit> ALL = all();

    double base(double value) {
        return (value - zero) * factor;
    }

    static @Nullable Unit of(String folded) {
        return ALL.get(folded);
    }

    private static Map<String, Unit> all() {
        var map = new HashMap<String, Unit>();
        times(map);
        add(map, "percent", 1, "% percent per-cent prozent pct");
        add(map, "points of a percentage", 1, "percentage-points prozentpunkte");
        add(map, "length", 1, "m metre metres meter meters");
        add(map, "length", 1000, "km kilometre kilometres kilometer kilometers");
        add(map, "length", 0.01, "cm centimetre centimetres centimeter centimeters zentimeter");
        add(map, "length", 0.001, "mm millimetre millimetres millimeter millimeters");
        add(map, "length", 0.3048, "ft foot feet");
        add(map, "length", 0.0254, "inch inches");
        add(map, "length", 1609.344, "mile miles");
        add(map, "volume", 0.001, "l litre litres liter liters");
        add(map, "volume", 1, "m3 m³ cubic-metre cubic-metres cubic-meter cubic-meters kubikmeter");
        add(map, "volume", 0.003785411784, "gallon gallons");
        add(map, "mass", 1, "kg kilogram kilograms kilogramm");
        add(map, "mass", 0.001, "g gram grams gramm");
        add(map, "mass", 1000, "tonne tonnes");
        add(map, "mass", 0.45359237, "lb lbs pound-weight");
        add(map, "area", 10000, "hectare hectares ha hektar");
        add(map, "area", 4046.8564224, "acre acres");
        add(map, "area", 1, "m2 m² square-metre square-metres square-meters quadratmeter");
        add(map, "pressure", 100000, "bar bars");
        add(map, "pressure", 6894.757293, "psi");
        add(map, "power", 1, "w watt watts");
        add(map, "power", 1000, "kw kilowatt kilowatts");
        add(map, "voltage", 1, "v volt volts");
        map.put("°c", new Unit("temperature", 1, 0));
        map.put("°f", new Unit("temperature", 5 / 9d, 32));
        return Map.copyOf(map);
    }

    private static void times(Map<String, Unit> map) {
        add(map, "time", 1, "second seconds sec secs s sekunde sekunden");
        add(map, "time", 60, "minute minutes min mins minuten");
        add(map, "time", 3600, "hour hours h hr hrs stunde stunden");
        add(map, "time", 86400, "day days tag tage tagen");
        add(map, "time", 7 * 86400, "week weeks woche wochen");
        add(map, "time", 14 * 86400, "fortnight fortnights");
        add(map, "time", 365.25 / 12 * 86400, "month months monat monate monaten");
        add(map, "time", 365.25 / 4 * 86400, "quarter quarters quartal quartale");
        add(map, "time", 365.25 * 86400, "year years yr yrs jahr jahre jahren");
        add(map, "time", 10 * 365.25 * 86400, "decade decades jahrzehnt jahrzehnte");
        add(map, "working time", 1, "working-day working-days business-day business-days arbeitstag arbeitstage");
        add(map, "working time", 5, "working-week working-weeks business-week business-weeks");
    }

    private static void add(Map<String, Unit> map, String dimension, double factor, String names) {
        for (var name : names.split(" ")) {
            map.put(name.replace("per-cent", "per cent").replace('-', ' '), new Unit(dimension, factor, 0));
        }
    }
}
