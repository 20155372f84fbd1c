package dev.windrose.journeys.engine.column;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hands the events of a view to folds, in chunks of whole entities. */
public final class Scan {

    static final int ROWS = 8192;

    private final EventView view;
    private final RowScope scope;
    private final boolean[] wanted;
    private final boolean withAmounts;

    /** @param dimensions what the fold reads; those of the scope are read anyway */
    public Scan(EventView view, RowScope scope, int[] dimensions, boolean withAmounts) {
        this.view = view;
        this.scope = scope;
        this.wanted = new boolean[view.dimensions()];
        this.withAmounts = withAmounts;
        for (int dimension : dimensions) {
            wanted[dimension] = true;
        }
        scope.allowed().forEach(allowed -> wanted[allowed.dimension()] = true);
    }

    /** Folds all entities on so many threads, each with a fold of its own. */
    public <F extends Consumer<Chunk>> List<F> run(int threads, Supplier<F> folds) {
        int parts = view.base().rows() < 200_000 ? 1 : Math.max(1, threads);
        if (parts == 1) {
            var fold = folds.get();
            run(0, view.base().entities(), true, fold);
            return List.of(fold);
        }
        var results = new ArrayList<F>();
        try (var pool = Executors.newFixedThreadPool(parts)) {
            var running = new ArrayList<Future<F>>();
            for (int part = 0; part < parts; part++) {
                int from = (int) ((long) view.base().entities() * part / parts);
                int to = (int) ((long) view.base().entities() * (part + 1) / parts);
                boolean last = part == parts - 1;
                running.add(pool.submit(() -> {
                    var fold = folds.get();
                    run(from, to, last, fold);
                    return fold;
                }));
            }
            for (var one : running) {
                results.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while events were read.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Events could not be read.", e.getCause());
        }
        return results;
    }

    private void run(int from, int to, boolean withNew, Consumer<Chunk> fold) {
        var chunk = new Chunk(wanted, withAmounts);
        var kept = new boolean[ROWS];
        var changed = view.changed();
        int next = view.firstChanged(from);
        int entity = from;
        while (entity < to) {
            int stop = next < changed.length && changed[next] < to ? changed[next] : to;
            while (entity < stop) {
                entity = plain(chunk, entity, stop);
                kept = hand(chunk, kept, fold);
            }
            if (entity < to) {
                view.merge(entity, chunk);
                entity++;
                next++;
                if (chunk.rows() > ROWS / 2 || entity == to) {
                    kept = hand(chunk, kept, fold);
                }
            }
        }
        if (withNew) {
            for (int added = changed.length; added < view.since().entities(); added++) {
                view.added(added, chunk);
                kept = chunk.rows() > ROWS / 2 ? hand(chunk, kept, fold) : kept;
            }
        }
        hand(chunk, kept, fold);
    }

    /** Copies as many unchanged entities as fit, at least one; returns the next. */
    private int plain(Chunk chunk, int entity, int stop) {
        var base = view.base();
        long first = base.start(entity);
        int end = entity;
        long last = first;
        int room = Math.max(0, ROWS - chunk.rows());
        while (end < stop) {
            long after = base.start(end + 1);
            if (end > entity && after - first > room) {
                break;
            }
            last = after;
            end++;
        }
        int count = Math.toIntExact(last - first);
        chunk.room(count);
        chunk.copy(base, first, count, 0);
        long before = first;
        for (int i = entity; i < end; i++) {
            long after = base.start(i + 1);
            chunk.end(i, (int) (after - before));
            before = after;
        }
        return end;
    }

    private boolean[] hand(Chunk chunk, boolean[] kept, Consumer<Chunk> fold) {
        boolean[] signs = kept.length < chunk.rows() ? new boolean[chunk.times.length] : kept;
        if (!scope.isAll()) {
            scope.apply(chunk, signs);
        }
        if (chunk.entities > 0) {
            fold.accept(chunk);
        }
        chunk.clear();
        return signs;
    }
}
