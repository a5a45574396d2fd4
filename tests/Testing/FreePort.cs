using System.Net;
using System.Net.Sockets;

namespace OrleansContest.Testing;

/// <summary>A port for a server that wants to be told one.</summary>
/// <remarks>Below the range from which systems take ports for outgoing connections, so that none of those gets it before the server does.</remarks>
public static class FreePort
{
    private const int lowest = 10_000;
    private const int highest = 32_000;

    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(lowest, highest);
            if (IsFree(port))
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
