using System.Net;
using System.Net.Sockets;

namespace OrleansContest.Testing;

/// <summary>A port for a server that wants to be told one.</summary>
/// <remarks>Below the range from which systems take ports for outgoing connections, so that none of those gets it before the server does.</remarks>
public static class FreePort
{
    private const int lowest = 10_000;
    private const int highest = 32_000;

    /// <summary>One that is free, or the first of several that are.</summary>
    public static int Next(int count = 1)
    {
        while (true)
        {
            var port = Random.Shared.Next(lowest, highest);
            if (Enumerable.Range(port, count).All(IsFree))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
