package dev.windrose.intake;

import dev.windrose.intake.names.NameIndex;
import org.springframework.stereotype.Component;

/** The names of all records of the workspace. Who reads texts by them has to ask which of the records found whoever asks may see. */
@Component
public class AllNames {

    private final Gazetteer gazetteer;

    AllNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    public NameIndex index() {
        return gazetteer.current().names();
    }
}
