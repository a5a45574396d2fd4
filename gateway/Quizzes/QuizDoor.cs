using System.Net.WebSockets;
using OrleansContest.Accounts;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Finds out whose a participant's socket is, or closes it with the code that says why not.</summary>
internal static class QuizDoor
{
    public const WebSocketCloseStatus NotAuthenticated = (WebSocketCloseStatus)4001;
    public const WebSocketCloseStatus UserNotFound = (WebSocketCloseStatus)4002;
    public const WebSocketCloseStatus ServerError = (WebSocketCloseStatus)4003;

    /// <summary>The token that a request shows; null when it shows none.</summary>
    public static string? TokenOf(HttpRequest request) => request.Query["token"] is [{ Length: > 0 } token, ..] ? token : BearerToken.Of(request);

    /// <returns>Null when the socket is being closed.</returns>
    public static async Task<Account?> AdmitAsync(SpectatorSocket socket, string? token, QuizSocketTools tools)
    {
        try
        {
            if (tools.People.ClaimsOf(token) is not { } claims)
            {
                socket.Close(NotAuthenticated, "Authentication failed: Invalid or expired token");
                return null;
            }

            var account = await tools.People.Accounts.Find(claims.UserId);
            if (account is null)
            {
                socket.Close(UserNotFound, "User not found");
            }

            return account;
        }
        catch (Exception fault) when (fault is ChannelUnavailableException or TimeoutException)
        {
            QuizLog.NotAuthenticated(tools.Logger, fault);
            socket.Close(ServerError, "Server error during authentication");
            return null;
        }
    }
}
