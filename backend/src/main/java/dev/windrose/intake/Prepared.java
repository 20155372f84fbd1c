package dev.windrose.intake;

import dev.windrose.intake.ProposeEntries.Looked;
import dev.windrose.intake.Understand.Ahead;

/** A text with what takes long to find out about it: to be had before the transaction in which it is decided. */
public final class Prepared {

    private final Incoming incoming;
    private final Ahead ahead;
    private final Looked looked;

    Prepared(Incoming incoming, Ahead ahead, Looked looked) {
        this.looked = looked;
        this.incoming = incoming;
        this.ahead = ahead;
    }

    Incoming incoming() {
        return incoming;
    }

    Ahead ahead() {
        return ahead;
    }

    Looked looked() {
        return looked;
    }
}
