package dev.windrose.platform.process;

import java.net.URI;
import java.util.Optional;

/** A line for the person at the terminal once the process is up, such as a one-time link. Any module may offer one as a bean. */
public interface GreetingLine {

    /** Empty when there is nothing to say. */
    Optional<String> line(URI address);
}
