/** The command line: maps words to calls and results to words (cli.md). */
@NullMarked
package org.countenance.cli;

import org.jspecify.annotations.NullMarked;
