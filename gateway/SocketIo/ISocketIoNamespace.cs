using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.SocketIo;

/// <summary>A namespace that Socket.IO clients may connect to.</summary>
internal interface ISocketIoNamespace
{
    /// <summary>Its name, which begins with a slash.</summary>
    string Path { get; }

    /// <summary>A client connects to it.</summary>
    ISocketIoSession Enter(SpectatorSocket socket, HttpContext request);
}

/// <summary>One client in a namespace. Its calls come one after another.</summary>
internal interface ISocketIoSession
{
    /// <summary>Why the client must go at once: told by an event <c>error</c>; null when it may stay.</summary>
    string? Refusal { get; }

    ValueTask HearAsync(SocketIoEvent said);

    /// <summary>The client has left the namespace, or is gone.</summary>
    void End();
}
