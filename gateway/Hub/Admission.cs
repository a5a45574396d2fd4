namespace OrleansContest.Gateway.Hub;

/// <summary>What became of frames that were to be added to an <see cref="Outbox"/>.</summary>
internal enum Admission
{
    /// <summary>They would exceed the bounds.</summary>
    Refused,

    /// <summary>They will be sent in their turn (or nowhere, if the socket is closing).</summary>
    Waiting,

    /// <summary>They will be sent when the caller starts the writer.</summary>
    NeedsWriter,
}
