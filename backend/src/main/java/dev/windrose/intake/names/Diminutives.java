package dev.windrose.intake.names;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What people are called by those who know them: the beginning of the first name, or another form of it. */
public final class Diminutives {

    private static final int SHORTEST = 3;
    private static final int LEFT_OUT = 2;
    private static final Map<String, Set<String>> FORMS = new HashMap<>();

    static {
        forms("bob", "robert roberto rupert");
        forms("bobby", "robert");
        forms("rob", "robert roberto");
        forms("bill", "william wilhelm");
        forms("billy", "william");
        forms("will", "william wilhelm");
        forms("liam", "william");
        forms("dick", "richard");
        forms("rick", "richard patrick frederick");
        forms("ted", "edward theodore thaddeus");
        forms("ned", "edward edmund");
        forms("eddie", "edward edgar eduardo");
        forms("jack", "john jackson");
        forms("johnny", "john jonathan");
        forms("hank", "henry");
        forms("harry", "henry harold harrison");
        forms("chuck", "charles");
        forms("charlie", "charles charlotte");
        forms("jim", "james");
        forms("jimmy", "james");
        forms("mike", "michael miguel");
        forms("mick", "michael");
        forms("steve", "stephen steven");
        forms("tony", "anthony antonio antony");
        forms("toni", "anton antonia antonio");
        forms("drew", "andrew");
        forms("andy", "andrew andreas");
        forms("sandy", "alexander alexandra sandra");
        forms("sasha", "alexander alexandra");
        forms("peggy", "margaret");
        forms("maggie", "margaret magdalena");
        forms("meg", "margaret megan");
        forms("liz", "elizabeth elisabeth");
        forms("beth", "elizabeth bethany");
        forms("betty", "elizabeth bettina");
        forms("lisa", "elisabeth elizabeth");
        forms("kate", "katherine catherine kathryn");
        forms("kathy", "katherine catherine");
        forms("nell", "eleanor helen");
        forms("nick", "nicholas nikolaus dominic");
        forms("trish", "patricia");
        forms("patty", "patricia");
        forms("jenny", "jennifer");
        forms("becky", "rebecca");
        forms("debbie", "deborah");
        forms("sue", "susan susanne");
        forms("tina", "christina martina bettina");
        forms("pepe", "jose");
        forms("paco", "francisco");
        forms("nacho", "ignacio");
        forms("lola", "dolores");
        forms("lupe", "guadalupe");
        forms("quique", "enrique");
        forms("kike", "enrique");
        forms("beto", "alberto roberto humberto");
        forms("nando", "fernando");
        forms("chico", "francisco");
        forms("manolo", "manuel");
        forms("concha", "concepcion");
        forms("charo", "rosario");
        forms("sepp", "josef");
        forms("hans", "johannes");
        forms("klaus", "nikolaus");
        forms("heinz", "heinrich");
        forms("fritz", "friedrich");
        forms("uli", "ulrich ulrike");
        forms("bastian", "sebastian");
        forms("gigi", "luigi luigia");
        forms("beppe", "giuseppe");
        forms("pino", "giuseppe");
        forms("sandro", "alessandro");
    }

    private Diminutives() {}

    /** Both folded. */
    public static boolean of(String called, String first) {
        boolean begun =
                called.length() >= SHORTEST && first.length() >= called.length() + LEFT_OUT && first.startsWith(called);
        return begun || FORMS.getOrDefault(called, Collections.emptySet()).contains(first);
    }

    private static void forms(String called, String names) {
        FORMS.put(called, Arrays.stream(names.split(" ")).collect(Collectors.toUnmodifiableSet()));
    }
}
