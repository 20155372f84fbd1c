package dev.windrose.records.duplicates;

import dev.windrose.records.duplicates.MovedRowStore.Part;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rows of one table that follow a record. */
record MoveRows(Part part, MovedRowStore store) implements MovesWithRecord {

    @Override
    public String name() {
        return part.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> move(String type, UUID from, UUID into) {
        return store.move(part, type, from, into);
    }

    @Override
    public void back(String type, UUID from, UUID into, List<String> moved) {
        store.back(part, type, from, into, moved);
    }

    @Configuration
    static class Parts {

        @Bean
        MovesWithRecord moveExternalIds(MovedRowStore store) {
            return new MoveRows(Part.EXTERNAL_IDS, store);
        }

        @Bean
        MovesWithRecord moveShares(MovedRowStore store) {
            return new MoveRows(Part.SHARES, store);
        }

        @Bean
        MovesWithRecord movePeriods(MovedRowStore store) {
            return new MoveRows(Part.PERIODS, store);
        }
    }
}
