namespace OrleansContest.LoadTest;

/// <summary>The run cannot begin, or go on. The message says what to do.</summary>
internal sealed class LoadException(string message, Exception? cause = null) : Exception(message, cause);
