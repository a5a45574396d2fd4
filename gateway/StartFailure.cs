using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using OrleansContest.Channels;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway;

/// <summary>Says to a person why the gateway does not start.</summary>
internal static class StartFailure
{
    /// <returns>What is wrong and what to do; null when nobody foresaw it.</returns>
    public static string? Explain(Exception fault) => fault switch
    {
        StartException or StorageUnusableException => fault.Message,
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        IOException { InnerException: AddressInUseException } =>
            $"{fault.Message.TrimEnd('.')}. Stop what holds it, or choose another port (--port, or Gateway:Port).",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "This port may not be taken by this user. Choose one from 1024 on (--port, or Gateway:Port).",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "Gateway:Address is not an address of this machine. Correct it, or leave it out to listen at all of them.",
        _ => null,
    };
}
