using System.Diagnostics;
using System.Globalization;

namespace OrleansContest.Bench.Fanout;

/// <summary>What people would use instead of the gateway, as far as this machine has it.</summary>
internal static class Beside
{
    public const string Floor = "epoll loop in C";

    private const char endOfRecord = '\u001e';

    private static readonly string sources = Path.Combine(AppContext.BaseDirectory, "Fanout", "servers");

    /// <summary>Makes them ready, which installs what is missing where it may.</summary>
    public static async Task<IReadOnlyList<ServerRecipe>> PrepareAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "beside")).FullName;
        using var script = Process.Start("bash", [Path.Combine(sources, "prepare.sh"), folder]);
        await script.WaitForExitAsync();
        return [.. All(folder).Where(recipe => IsThere(recipe, folder))];
    }

    private static IEnumerable<ServerRecipe> All(string folder)
    {
        yield return new ServerRecipe(Floor, folder, [Path.Combine(folder, "epoll"), "PORT"], "/");
        yield return new ServerRecipe("nginx + Nchan", folder, ["nginx", "-p", folder, "-c", Path.Combine(folder, "nginx.conf")], "/watch")
        {
            Prepare = port => WriteConfiguration(folder, port),
        };
        yield return new ServerRecipe("Node ws", folder, ["node", "ws.js", "PORT"], "/");
        yield return new ServerRecipe("Socket.IO", folder, ["node", "socketio.js", "PORT"], "/socket.io/?EIO=4&transport=websocket")
        {
            Greeting = "40",
            Welcome = "40{",
        };
        yield return new ServerRecipe("SignalR", folder, ["dotnet", typeof(Beside).Assembly.Location, "serve-signalr", "PORT"], "/watch")
        {
            Greeting = $$"""{"protocol":"json","version":1}{{endOfRecord}}""",
            Welcome = "{}",
        };
    }

    private static bool IsThere(ServerRecipe recipe, string folder) => recipe.Command[0] switch
    {
        "nginx" => File.Exists("/usr/lib/nginx/modules/ngx_nchan_module.so"),
        "node" => Directory.Exists(Path.Combine(folder, "node_modules", "socket.io")),
        "dotnet" => true,
        var program => File.Exists(program),
    };

    private static void WriteConfiguration(string folder, int port)
    {
        var text = File.ReadAllText(Path.Combine(sources, "nginx.conf"));
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), text.Replace("PORT", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
