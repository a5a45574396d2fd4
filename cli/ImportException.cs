namespace OrleansContest.Cli;

/// <summary>An import could not run, or not to the end. The message says what to do.</summary>
internal sealed class ImportException(string message, Exception? cause = null) : Exception(message, cause);
