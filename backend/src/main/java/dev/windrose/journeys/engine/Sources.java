package dev.windrose.journeys.engine;

import dev.windrose.journeys.engine.column.Dictionary;
import dev.windrose.journeys.engine.column.EventView;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * The events of one workspace and grain as of one moment.
 *
 * @param dictionaries one a dimension
 * @param keys the ids of entities by their numbers
 */
public record Sources(EventView view, List<Dictionary> dictionaries, IntFunction<UUID> keys) {

    public Dictionary dictionary(Dimension dimension) {
        return dictionaries.get(dimension.ordinal());
    }
}
