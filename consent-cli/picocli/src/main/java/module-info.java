/** The words of a command line, by annotations: picocli, the same sources. */
module info.picocli {
    requires static java.sql;

    exports picocli;
}
