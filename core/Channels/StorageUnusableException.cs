namespace OrleansContest.Channels;

/// <summary>Storage cannot be used as it is set up. The message tells a person what is wrong and what to do.</summary>
public sealed class StorageUnusableException(string message, Exception? cause = null) : Exception(message, cause);
