/** What the demo workspace shows beside its records: teams, fields and a type of its own, views, a file, an import. */
@NullMarked
package dev.windrose.workspace.demo;

import org.jspecify.annotations.NullMarked;
