namespace OrleansContest.Gateway.Http;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi("v1", document => document.AddDocumentTransformer((openApi, _, _) =>
        {
            openApi.Info.Title = "Orleans.Contest";
            openApi.Info.Description = "Live contests: whatever is logged is seen at once by everybody who watches.";
            return Task.CompletedTask;
        }));
}
