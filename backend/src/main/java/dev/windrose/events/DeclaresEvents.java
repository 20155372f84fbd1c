package dev.windrose.events;

import java.util.List;

/** The events one module writes. One bean per module; the catalogue collects them. */
public interface DeclaresEvents {

    List<EventType> events();
}
