package dev.windrose.platform.jobs;

import java.util.function.BooleanSupplier;

/**
 * Thrown by a handler whose job waits for something that may take days. The job gives its thread back and goes on, from its finished steps, when
 * {@link Jobs#wake} is called.
 */
public final class JobParked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BooleanSupplier goesOn;

    /** @param goesOn whether it has come meanwhile; asked once more while the row of the job is held, so that no call is missed */
    public JobParked(BooleanSupplier goesOn) {
        super("waits", null, false, false);
        this.goesOn = goesOn;
    }

    BooleanSupplier goesOn() {
        return goesOn;
    }
}
