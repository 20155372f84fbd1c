/** What every test may use: the shared application, fresh workspaces. */
@NullMarked
package dev.windrose.testing;

import org.jspecify.annotations.NullMarked;
