namespace OrleansContest.Gateway.Settings;

/// <summary>Why the gateway cannot start: told to whoever starts it, without a stack trace.</summary>
/// <param name="message">What is wrong and what to do, one line for each fault.</param>
public sealed class StartException(string message) : Exception(message);
