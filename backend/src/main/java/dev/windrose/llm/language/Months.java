package dev.windrose.llm.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of months and weekdays in the languages that messages come in, folded. */
final class Months {

    private static final Map<String, Integer> MONTHS = new LinkedHashMap<>();
    private static final Map<String, Integer> DAYS = new LinkedHashMap<>();

    static {
        add(MONTHS, "january february march april may june july august september october november december");
        add(MONTHS, "jan feb mar apr may jun jul aug sep oct nov dec");
        add(MONTHS, "januar februar marz april mai juni juli august september oktober november dezember");
        add(MONTHS, "janner feber maerz apr mai jun jul aug sept okt nov dez");
        add(MONTHS, "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre");
        add(MONTHS, "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
        add(MONTHS, "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro");
        add(MONTHS, "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre");
        add(MONTHS, "januari februari maart april mei juni juli augustus september oktober november december");
        add(MONTHS, "januari februari mars april maj juni juli augusti september oktober november december");
        add(DAYS, "monday tuesday wednesday thursday friday saturday sunday");
        add(DAYS, "mon tues weds thurs fri sat sun");
        add(DAYS, "montag dienstag mittwoch donnerstag freitag samstag sonntag");
        add(DAYS, "lundi mardi mercredi jeudi vendredi samedi dimanche");
        add(DAYS, "lunes martes miercoles jueves viernes sabado domingo");
        add(DAYS, "segunda-feira terca-feira quarta-feira quinta-feira sexta-feira sabado domingo");
        add(DAYS, "lunedi martedi mercoledi giovedi venerdi sabato domenica");
        add(DAYS, "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag");
        add(DAYS, "mandag tirsdag onsdag torsdag fredag lordag sondag");
        add(DAYS, "mandag tisdag onsdag torsdag fredag lordag sondag");
        DAYS.putAll(Map.of("tue", 2, "wed", 3, "thu", 4, "thur", 4, "mo", 1, "di", 2, "mi", 3, "do", 4, "fr", 5));
    }

    static final String NAME = alternatives(MONTHS);
    static final String DAY = alternatives(DAYS);

    private Months() {}

    static int month(String folded) {
        return MONTHS.getOrDefault(folded, 0);
    }

    static @Nullable Integer weekday(String folded) {
        return DAYS.get(folded);
    }

    private static void add(Map<String, Integer> names, String row) {
        int number = 1;
        for (var name : row.split(" ")) {
            names.putIfAbsent(name, number++);
        }
    }

    private static String alternatives(Map<String, Integer> names) {
        return names.keySet().stream()
                .filter(name -> name.length() > 2)
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|"));
    }
}
