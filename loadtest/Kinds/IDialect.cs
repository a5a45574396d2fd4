using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>How spectators of a kind talk with a gateway.</summary>
internal interface IDialect
{
    string Name { get; }

    /// <summary>Whether it is a stream of server-sent events, and not a WebSocket.</summary>
    bool IsStream => false;

    /// <summary>Whether who is connected is subscribed, without another word.</summary>
    bool SubscribesByConnecting => false;

    /// <param name="channel">Its id.</param>
    /// <param name="since">The position that the spectator has; null when none.</param>
    /// <returns>Path and query to connect to.</returns>
    string PathOf(string channel, string? since);

    /// <summary>What is to be answered to a message: to a greeting, the subscription.</summary>
    /// <returns>Null for most.</returns>
    byte[]? AnswerTo(ReadOnlySpan<byte> message, string channel, string? since) => null;

    /// <exception cref="BreachException">It is not what the protocol says.</exception>
    Reading Read(ReadOnlySpan<byte> message);
}
