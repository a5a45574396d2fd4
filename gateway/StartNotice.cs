using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway;

/// <summary>What is said once the gateway serves: where it is, and the keys it made.</summary>
internal static class StartNotice
{
    public static void Write(WebApplication app, TextWriter output)
    {
        var settings = app.Services.GetRequiredService<GatewaySettings>();
        foreach (var address in AddressesOf(app))
        {
            output.WriteLine($"Serving at {address}");
        }

        if (settings.MasterKeyFile is { } path)
        {
            var isAttached = app.Services.GetRequiredService<IHostLifetime>() is AttachedLifetime;
            output.WriteLine(isAttached ? $"The master key is kept in {path}." : KeyItself(settings.Security.MasterKey, path));
        }

        output.Flush();
    }

    /// <summary>For a person to read; what an attached gateway says goes to its holder's log.</summary>
    private static string KeyItself(string? key, string path) =>
        $"Master key (X-Master-Key): {key}{Environment.NewLine}It is kept in {path}; whoever has it may create contests and import logs.";

    /// <summary>An address that a person can open: the server itself names "every address" as <c>[::]</c>.</summary>
    private static IEnumerable<string> AddressesOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses
            .Select(address => BindingAddress.Parse(address))
            .Select(binding => IPAddress.TryParse(binding.Host, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
                ? $"http://localhost:{binding.Port}"
                : $"http://{binding.Host}:{binding.Port}");
}
