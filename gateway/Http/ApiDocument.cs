using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace OrleansContest.Gateway.Http;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    /// <param name="services">The gateway's services.</param>
    /// <param name="records">The contexts that write the records of the answers, so that the document shows them as they are written.</param>
    public static void AddApiDocument(this IServiceCollection services, params IJsonTypeInfoResolver[] records)
    {
        services.ConfigureHttpJsonOptions(http =>
        {
            http.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            http.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            foreach (var resolver in records)
            {
                http.SerializerOptions.TypeInfoResolverChain.Add(resolver);
            }
        });
        services.AddOpenApi("v1", document => document.AddDocumentTransformer((openApi, _, _) =>
        {
            Describe(openApi);
            return Task.CompletedTask;
        }));
    }

    /// <summary>A body that is a file of text.</summary>
    public static OpenApiRequestBody TextBody(string description) => new()
    {
        Description = description,
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["text/plain"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
        },
    };

    private static void Describe(OpenApiDocument openApi)
    {
        openApi.Info.Title = "Orleans.Contest";
        openApi.Info.Description = "Live contests: whatever is logged is seen at once by everybody who watches.";
        openApi.Servers = [];
        openApi.Components ??= new OpenApiComponents();
        openApi.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["masterKey"] = Header("X-Master-Key", "Opens every administrative call."),
            ["ingestKey"] = Header("X-API-Key", "Opens the ingest of one contest."),
            ["session"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A station's session token; also taken from the query, as token.",
            },
        };
    }

    private static OpenApiSecurityScheme Header(string name, string description) =>
        new() { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = name, Description = description };
}
