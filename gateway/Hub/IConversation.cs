namespace OrleansContest.Gateway.Hub;

/// <summary>What one dialect says to one socket. Its calls come one after another.</summary>
internal interface IConversation
{
    /// <summary>Answers a message beyond the socket's rate; null where the contract has no answer to it.</summary>
    Block? TooManyMessages { get; }

    /// <summary>Tells the client to come back, before the gateway stops.</summary>
    Block Farewell { get; }

    /// <summary>The socket is open.</summary>
    void Open();

    /// <summary>Takes one text message, valid UTF-8; it is the caller's again when this returns.</summary>
    ValueTask HearAsync(ReadOnlyMemory<byte> text);

    /// <summary>The socket is closing or gone.</summary>
    void End();
}
