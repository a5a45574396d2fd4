namespace OrleansContest.Gateway.Pileups;

/// <summary>A callbook gave no answer about a caller: it is not known whether it knows them. The message goes to the operator's screen.</summary>
internal sealed class CallbookException(string message, Exception? cause = null) : Exception(message, cause);
