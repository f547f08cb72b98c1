// Shows the API's description with Swagger UI.
SwaggerUIBundle({
  url: '/openapi.yaml',
  domNode: document.getElementById('docs'),
  validatorUrl: null,
  supportedSubmitMethods: ['get'],
});
